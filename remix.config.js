/**
 * The Remix options; vite.config.ts passes them to the Vite plugin.
 * Single fetch stays off: its decoder has an advisory that will not be mended in Remix 2.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  serverBuildFile: 'index.js',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_singleFetch: false,
    v3_throwAbortReason: true,
  },
}
