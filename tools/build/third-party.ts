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
        const folders = new Set<string>()
        const add = (module: string) => {
          const folder = packageFolderOf(module)
          if (folder !== null) folders.add(folder)
        }
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk') {
            file.map = null
            for (const [id, { renderedLength }] of Object.entries(file.modules))
              if (renderedLength > 0) add(id.startsWith('\0') ? id : fromRoot(root, id))
          } else if (name.endsWith('.map')) {
            if (name.startsWith('src/')) for (const source of sourcesOf(file.source)) add(source)
            Reflect.deleteProperty(bundle, name)
          }
        }
        const packages = [...folders].sort().map((folder) => shippedPackage(root, folder))
        this.emitFile({ type: 'asset', fileName, source: textOf(packages) })
      },
    },
  }
}

/** Path of a module from the root, with `/` and without its query. */
const fromRoot = (root: string, id: string) => relative(root, id.replace(/\?.*$/, '')).replaceAll('\\', '/')

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
