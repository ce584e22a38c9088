import { importHelper } from './plain-import.ts'

/**
 * The package that a bundled module comes from, as its folder; null: our own source.
 *
 * @param module path from the root of the repository, or the bundler's own id of a module that is no file
 * @throws Error for every other origin: nothing else may enter a bundle
 */
export function packageFolderOf(module: string): string | null {
  // The bundler adds a few lines of its own, in which CommonJS modules live.
  if (module === '\0rolldown/runtime.js') return 'node_modules/rolldown'
  if (module === importHelper) return null
  const folder = /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module)
  if (folder) return folder[0]
  if (module.startsWith('src/')) return null
  throw new Error(`A bundle holds a module that is neither ours nor a package's: ${JSON.stringify(module)}`)
}
