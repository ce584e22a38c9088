import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'

/** A module of `in-page/` as a script for any page: its exports become the global `name`. */
export async function pageCode(file: string, name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`in-page/${file}`, import.meta.url))
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, name, formats: ['iife'] } },
  })) as Rolldown.RolldownOutput[]
  return built
    .flatMap(({ output }) => output)
    .map((chunk) => ('code' in chunk ? chunk.code : ''))
    .join('\n')
}
