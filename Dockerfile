# Untried: written where no Docker engine was at hand. The commands it runs are those of `npm start`.
# One image for the web, the worker and the migrations; compose.yaml shows how they are run.

FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund

FROM packages AS built
COPY tsconfig.json tsconfig.build.json nest-cli.json ormconfig.ts ./
COPY src ./src
COPY sandbox ./sandbox
COPY scripts ./scripts
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production TZ=UTC HOST=0.0.0.0 PORT=3000 UPLOADS_DIR=/app/uploads
WORKDIR /app
COPY package.json ./
COPY --from=built /app/node_modules ./node_modules
COPY --from=built /app/dist ./dist
COPY views ./views
COPY assets ./assets
COPY sandbox/pages/style.css ./sandbox/pages/style.css
# The programs stay root's; the application may write only its evidence.
RUN mkdir uploads && chown node:node uploads
USER node
VOLUME /app/uploads
EXPOSE 3000
# node:20-slim has no curl; Node itself asks.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
