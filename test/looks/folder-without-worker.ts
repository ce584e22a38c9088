import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chartSites } from '../../src/exchanges/sites/charts/chart-sites.ts'
import { bannerFile } from '../../src/shared/banner-file.ts'
import { chartPagesFile } from '../../src/shared/chart-pages-file.ts'
import { extensionFolder } from '../../tools/browsers/extension-folder.ts'

interface Manifest {
  readonly background: unknown
  readonly host_permissions: readonly string[]
  readonly content_scripts: readonly { readonly js: readonly string[] }[]
}

/** Pages of chart sites, on which the banner runs too. */
export const chartPages = chartSites.flatMap(({ pages }) => pages)

/**
 * A copy of the built extension in a temporary folder, without its worker: only the test changes what pages show, and
 * the banner runs on every page, for nobody would bring it.
 * The banner's shadow root is open, since axe cannot enter a closed one, and its controls heed clicks of a script.
 *
 * @throws Error where the shadow root in the banner's file cannot be opened by this replacement
 */
export function folderWithoutWorker(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keiho-still-'))
  cpSync(extensionFolder('chrome'), folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const { background: _, ...manifest } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  const scripts = manifest.content_scripts.map((script) => ({ ...script, js: [bannerFile] }))
  const charts = { matches: chartPages, js: [chartPagesFile, bannerFile] }
  const hosts = [...manifest.host_permissions, ...chartPages]
  writeFileSync(
    file,
    JSON.stringify({ ...manifest, host_permissions: hosts, content_scripts: [...scripts, charts] }),
  )
  openShadow(join(folder, bannerFile))
  return folder
}

function openShadow(path: string): void {
  const code = readFileSync(path, 'utf8')
  const opened = code.replace(/(attachShadow\(\{\s*mode:\s*[`'"])closed/, '$1open')
  if (opened === code) throw new Error(`${path} closes no shadow`)
  writeFileSync(path, opened.replaceAll('.isTrusted', '.type'))
}
