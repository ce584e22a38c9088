import type { Plugin } from 'vite'

/** Vite's id of the function through which every `import()` of a bundle goes. */
export const importHelper = '\0vite/preload-helper.js'

/**
 * Has `import()` load a file and nothing else. Vite's own helper first loads the styles and modules that the file
 * needs: texts need none, and code of Vite would have to be credited.
 */
export function plainImport(): Plugin {
  return {
    name: 'plain-import',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (load) => load()',
    },
  }
}
