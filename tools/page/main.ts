import { pageAt } from '../../src/exchanges/sites/page-at.ts'
import { readOptions, runCommand, UsageError } from '../command-line.ts'

// `npm run page`: what Keiho recognises in the URL of a page; null for other pages.
await runCommand(() => {
  const [href] = readOptions({}, process.argv.slice(2), 1).positionals
  if (href === undefined) throw new UsageError('URL is needed: which page?')
  process.stdout.write(`${JSON.stringify(pageAt(href.trim()))}\n`)
  return Promise.resolve()
})
