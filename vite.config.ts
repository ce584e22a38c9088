import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { crx } from '@crxjs/vite-plugin'
import type { ManifestV3Export } from '@crxjs/vite-plugin'
import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import source from './manifest.json' with { type: 'json' }
import packageJson from './package.json' with { type: 'json' }
import { bannerTexts } from './tools/build/banner-texts.ts'
import { contentScripts } from './tools/build/content-scripts.ts'
import { plainImport } from './tools/build/plain-import.ts'
import { thirdParty } from './tools/build/third-party.ts'

/** The manifest as Chrome reads it: the one in the repository, and the version, which stands in package.json alone. */
const manifest = { ...source, version: packageJson.version }

/** Firefox wants four differences. */
function firefoxManifest() {
  const { background, minimum_chrome_version: _, side_panel: panel, permissions, ...rest } = manifest
  return {
    ...rest,
    // What Chrome calls a side panel, with a permission of that name, is a sidebar here, without one.
    permissions: permissions.filter((name) => name !== 'sidePanel'),
    sidebar_action: {
      default_panel: panel.default_path,
      default_title: rest.action.default_title,
      default_icon: rest.action.default_icon,
      // Else Firefox would open it by itself.
      open_at_install: false,
    },
    // An event page: Firefox has no extension service workers.
    background: { scripts: [background.service_worker], type: background.type },
    browser_specific_settings: {
      gecko: {
        id: 'keiho@keiho.app',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  }
}

/**
 * Removes Preact's `dangerouslySetInnerHTML` assignment from every bundle: nothing of ours uses
 * it, and store reviewers (and web-ext lint) rightly stop at each `innerHTML =` they see.
 */
function withoutInnerHtml(): Plugin {
  const assignment = /\(?\b\w+\.innerHTML\s*=\s*[\w$]+\.__html\)?/g
  // The chart's own logo, which the details page leaves out: it gives credit in words.
  const logo = /\bthis\.\w+\.innerHTML\s*=\s*`<svg[^`]*`/g
  const strip = (code: string) => code.replace(assignment, 'void 0').replace(logo, 'void 0')
  return {
    name: 'without-inner-html',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = strip(file.code)
          else if (file.fileName.endsWith('.js')) file.source = strip(String(file.source))
        }
      },
    },
  }
}

/**
 * Drops the script that is left of a page whose code lies in a chunk: one line that loads the chunk, as the page itself
 * does.
 */
function withoutEmptyEntries(): Plugin {
  return {
    name: 'without-empty-entries',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const texts = Object.values(bundle).map((file) =>
          file.type === 'chunk' ? file.code : String(file.source),
        )
        for (const [name, file] of Object.entries(bundle)) {
          const isEmpty = file.type === 'chunk' && /^import"[^"]+";$/.test(file.code.trim())
          const base = basename(name)
          if (isEmpty && !texts.some((text) => text.includes(base))) Reflect.deleteProperty(bundle, name)
        }
      },
    },
  }
}

/** Pages that we open ourselves. Those that the browser opens stand in the manifest. */
function ownPages(): string[] {
  const named = [manifest.action.default_popup, manifest.options_ui.page]
  return readdirSync('src')
    .map((room) => `src/${room}/index.html`)
    .filter((page) => existsSync(page) && !named.includes(page))
}

/** The page that Chrome and Firefox show beside the trading page. */
const panelPage = manifest.side_panel.default_path

/** `vite build --mode chrome` and `--mode firefox`: one config, built once per browser. */
export default defineConfig(({ mode }) => {
  const firefox = mode === 'firefox'
  return {
    // Vite leaves this alone in single-file scripts, and there is no `process` in a page.
    define: { 'process.env.NODE_ENV': '"production"' },
    // A page asks for the texts of a language as one value.
    json: { namedExports: false },
    build: {
      outDir: firefox ? 'dist/firefox' : 'dist/chrome',
      // The oldest browsers the manifests let in: light-dark() and the like stay as written.
      target: firefox ? 'firefox142' : 'chrome123',
      modulePreload: false,
      // A warning of the bundler (unresolved import, circular chunk, eval) is a fault of ours.
      rolldownOptions: {
        input: [...ownPages(), panelPage],
        onLog(level, log, report) {
          report(level === 'warn' ? 'error' : level, log)
        },
      },
    },
    plugins: [
      crx({
        manifest: (firefox ? firefoxManifest() : manifest) as ManifestV3Export,
        browser: firefox ? 'firefox' : 'chrome',
        // One self-contained file: a content script split in chunks would need
        // web_accessible_resources, and with them any page could tell that Keiho is there.
        contentScripts: { standaloneFiles: manifest.content_scripts.flatMap((script) => script.js) },
      }),
      contentScripts(),
      withoutInnerHtml(),
      plainImport(),
      withoutEmptyEntries(),
      thirdParty(),
      bannerTexts(),
    ],
  }
})
