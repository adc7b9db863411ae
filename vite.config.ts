import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [remix(remixConfig)],
  ssr: { external: ['better-sqlite3', 'onnxruntime-node', 'sharp'] },
  // `/assets` belongs to the pictures that people make; the program's own files live under `/web`.
  build: { target: 'es2022', assetsDir: 'web', chunkSizeWarningLimit: 3000 },
  optimizeDeps: {
    // tldraw's asset urls are read at import; pre-bundling loses them and the first page dies.
    exclude: ['@tldraw/assets'],
    include: [
      'tldraw',
      'yjs',
      'y-websocket',
      'y-indexeddb',
      'y-protocols/awareness',
      'lib0/decoding',
      'lib0/encoding',
      'lib0/hash/sha256',
      'fractional-indexing-jittered',
      '@trpc/client',
      '@remix-run/react',
      'react-dom/client',
      'react-i18next',
      'i18next',
      'sonner',
      'lucide-react',
      'radix-ui',
      'zod',
    ],
  },
})
