import { relative } from 'node:path'
import type { Plugin } from 'vite'
import { packageFolderOf } from './module-origin.ts'
import { shippedPackage, type ShippedPackage } from './shipped-package.ts'

/** Name of the file in every package of the extension. */
const fileName = 'THIRD-PARTY.txt'

/**
 * Writes THIRD-PARTY.txt: every package of which code is in a bundle, with version, checksum, source and the full
 * text of its licence. A module of any other origin ends the build. Own lines instead of a plugin from npm: those
 * see the modules of Vite's bundles alone, and the banner is bundled apart.
 */
export function thirdParty(): Plugin {
  let root = ''
  return {
    name: 'third-party',
    apply: 'build',
    enforce: 'post',
    // The source maps are the one trace of the banner's modules; they are not shipped.
    config: () => ({ build: { sourcemap: 'hidden' } }),
    configResolved: (config) => void (root = config.root),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const folders = packageFoldersOf(bundle, root)
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk') file.map = null
          else if (name.endsWith('.map')) Reflect.deleteProperty(bundle, name)
        }
        const packages = folders.map((folder) => shippedPackage(root, folder))
        this.emitFile({ type: 'asset', fileName, source: textOf(packages) })
      },
    },
  }
}

/** What is read of the files of a bundle: modules of chunks, and texts of all else. */
export type BundledFile =
  | {
      readonly type: 'chunk'
      readonly modules: Readonly<Record<string, { readonly renderedLength: number }>>
    }
  | { readonly type: 'asset'; readonly source: string | Uint8Array }

/**
 * The folders of all packages of which code is in a bundle, sorted.
 *
 * @throws Error where a module is neither ours nor a package's, or the modules of a script are not known
 */
export function packageFoldersOf(
  bundle: Readonly<Record<string, BundledFile>>,
  root: string,
): readonly string[] {
  const modules = Object.entries(bundle).flatMap(([name, file]) => {
    if (file.type === 'chunk') return includedModules(file.modules).map((id) => fromRoot(root, id))
    if (!name.endsWith('.js') || name === crxLoader) return []
    const map = bundle[`${name}.map`]
    if (map?.type !== 'asset')
      throw new Error(`Nobody knows of which modules ${name} is made: it has no source map`)
    return sourcesOf(map.source)
  })
  return [...new Set(modules.map(packageFolderOf).filter((folder) => folder !== null))].sort()
}

/** One line that the build writes itself: it loads the worker's bundle. */
const crxLoader = 'service-worker-loader.js'

const includedModules = (modules: Readonly<Record<string, { readonly renderedLength: number }>>) =>
  Object.keys(modules).filter((id) => (modules[id]?.renderedLength ?? 0) > 0)

/** Path of a module from the root, with `/` and without its query; an id of the bundler's own stays as it is. */
const fromRoot = (root: string, id: string) =>
  id.startsWith('\0') ? id : relative(root, id.replace(/\?.*$/, '')).replaceAll('\\', '/')

/** The modules of a standalone script: the paths in its source map begin at a folder that is never written. */
function sourcesOf(map: string | Uint8Array): readonly string[] {
  const { sources } = JSON.parse(String(map)) as { readonly sources: readonly string[] }
  return sources.map((source) => source.replace(/^(\.\.\/)+/, ''))
}

function textOf(packages: readonly ShippedPackage[]): string {
  const line = '-'.repeat(80)
  const parts = packages.map(({ name, version, licence, source, integrity, texts }) =>
    [
      `${name} ${version}`,
      `Licence: ${licence}`,
      `Source: ${source}`,
      `Checksum: ${integrity}`,
      '',
      texts.join('\n\n'),
    ].join('\n'),
  )
  // A byte order mark: from the disk a browser takes a text for that of its region.
  return `\uFEFFKeiho contains code of these packages, each under its own licence.\n\n${parts.map((part) => `${line}\n${part}\n`).join('\n')}`
}
