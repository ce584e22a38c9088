import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'vite'
import { langs } from '../../src/shared/languages.ts'
import { oneOf, readOptions, runCommand } from '../command-line.ts'
import { takePictures } from './pictures.ts'
import { renderPage } from './render-page.ts'
import { readStorePage } from './store-page.ts'

const usage = `npm run store [-- --out DIR] [--lang LANGUAGE] [--texts]

Writes what the stores show: for each of ${langs.join(', ')} the texts with all hosts, five pictures of
1280 × 800 and a tile of 440 × 280, taken of the running extension over the local market server.

  --out DIR        artifacts/store by default
  --lang LANGUAGE  one language alone
  --texts          texts alone, without a browser
`

// `npm run store`: what a person copies into the forms of the stores.
await runCommand(async () => {
  const { values } = readOptions(
    {
      out: { type: 'string', default: 'artifacts/store' },
      lang: { type: 'string' },
      texts: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    process.argv.slice(2),
  )
  if (values.help) return void process.stdout.write(usage)
  const { out = '', lang } = values
  const languages = lang === undefined ? langs : [oneOf('--lang', lang, langs)]
  if (!values.texts) await build({ mode: 'chrome', logLevel: 'warn' })
  for (const language of languages) {
    const folder = `${out}/${language}`
    mkdirSync(folder, { recursive: true })
    const page = readStorePage(language)
    writeFileSync(`${folder}/page.md`, renderPage(page))
    if (!values.texts) await takePictures(page, language, folder)
    // Part of the third picture.
    if (existsSync(`${folder}/popup.png`)) rmSync(`${folder}/popup.png`)
    process.stdout.write(`${folder}: page.md${values.texts ? '' : ', 1.png … 5.png, tile.png'}\n`)
  }
})
