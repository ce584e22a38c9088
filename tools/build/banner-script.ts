import { build, type Plugin, type ResolvedConfig } from 'vite'
import { bannerFile } from '../../src/shared/banner-file.ts'

/**
 * Writes the banner's script as one self-contained file under a name that the background knows: the manifest does not
 * name it, so that nobody else builds it. Comes before the check of whose code is shipped, which reads its source map.
 */
export function bannerScript(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'banner-script',
    apply: 'build',
    enforce: 'post',
    configResolved: (resolved) => void (config = resolved),
    generateBundle: {
      order: 'post',
      async handler() {
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
            lib: {
              entry: 'src/content/main.tsx',
              formats: ['iife'],
              name: 'main',
              fileName: () => bannerFile,
            },
          },
        })
        const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
        for (const file of outputs) {
          const source = file.type === 'chunk' ? file.code : file.source
          this.emitFile({ type: 'asset', fileName: file.fileName, source })
        }
      },
    },
  }
}
