# Untested: written without a machine that could build it. Corrections are welcome.
FROM node:24-bookworm-slim AS build
WORKDIR /konte
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /konte
ENV NODE_ENV=production DATA_DIR=/data MODELS_DIR=/models
COPY --from=build --chown=node:node /konte /konte
RUN mkdir /data /models && chown node:node /data /models
USER node
VOLUME ["/data", "/models"]
EXPOSE 3000
HEALTHCHECK --interval=30s --start-period=30s \
  CMD ["node", "-e", "fetch('http://localhost:3000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/start.mjs"]
