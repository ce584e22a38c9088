import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// Builds the galleries of banner and pages: npx vite build -c test/ui/gallery.vite.config.ts
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('..'),
  base: './',
  resolve: { alias: [{ find: /^\..*\/web-extension\.ts$/, replacement: here('../shared/browser-stub.ts') }] },
  build: {
    outDir: here('../../dist/gallery'),
    emptyOutDir: true,
    rollupOptions: {
      // One gallery for banner and popup, and one for each page with a style sheet of its own.
      input: ['ui', 'options', 'welcome', 'details'].map((room) => here(`../${room}/gallery.html`)),
    },
  },
})
