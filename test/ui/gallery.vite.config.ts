import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// Builds the gallery of everything the trader can see: npx vite build -c test/ui/gallery.vite.config.ts
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('..'),
  base: './',
  resolve: { alias: { 'webextension-polyfill': here('../shared/browser-stub.ts') } },
  build: {
    outDir: here('../../dist/gallery'),
    emptyOutDir: true,
    rollupOptions: {
      // Banner and popup on one page; each page of the extension on its own, with its own style sheet.
      input: ['ui', 'options', 'welcome', 'details'].map((room) => here(`../${room}/gallery.html`)),
    },
  },
})
