import { build, type Plugin, type ResolvedConfig } from 'vite'
import { bannerFile } from '../../src/shared/banner-file.ts'
import { chartPagesFile } from '../../src/shared/chart-pages-file.ts'

/** Scripts that the manifest does not name, so that nobody else builds them, by the files that the background knows. */
const entries = {
  [bannerFile]: 'src/content/main.tsx',
  [chartPagesFile]: 'src/content/chart-pages.ts',
}

/** Builds one script as a file that loads no other. */
async function buildScript(config: ResolvedConfig, entry: string, fileName: string) {
  const { root, mode, define, build: options } = config
  const { target, minify, sourcemap } = options
  const built = await build({
    root,
    mode,
    ...(define && { define }),
    configFile: false,
    logLevel: 'warn',
    json: { namedExports: false },
    build: {
      write: false,
      target,
      minify,
      sourcemap,
      lib: { entry, formats: ['iife'], name: 'main', fileName: () => fileName },
    },
  })
  return [built].flat().flatMap((one) => ('output' in one ? one.output : []))
}

/**
 * Writes the scripts of pages that the background injects or registers. Comes before the check of whose code is
 * shipped, which reads their source maps.
 */
export function contentScripts(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'content-scripts',
    apply: 'build',
    enforce: 'post',
    configResolved: (resolved) => void (config = resolved),
    generateBundle: {
      order: 'post',
      async handler() {
        for (const [fileName, entry] of Object.entries(entries))
          for (const file of await buildScript(config, entry, fileName)) {
            const source = file.type === 'chunk' ? file.code : file.source
            this.emitFile({ type: 'asset', fileName: file.fileName, source })
          }
      },
    },
  }
}
