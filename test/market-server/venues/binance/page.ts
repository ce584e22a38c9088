import { readFileSync } from 'node:fs'
import ts from 'typescript'
import type { Market } from '../../market/market.ts'
import type { Call, Reply } from '../venue.ts'
import { jsonReply } from '../venue.ts'
import { pairList, pairView } from './page-data.ts'

// As strict as the real page's and stricter: scripts and styles are files, nothing is inline.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self' wss:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const files: Readonly<Record<string, string>> = {
  'trade.css': 'text/css; charset=utf-8',
  'trade.js': 'text/javascript; charset=utf-8',
  'chart.js': 'text/javascript; charset=utf-8',
  'tables.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

const TRADE = /^\/(?:[a-z]{2}(?:-[A-Za-z]{2,4})?\/)?trade\/[A-Za-z0-9]+_[A-Za-z0-9]+$/

const scripts = new Map<string, string>()

/** A file of the page; scripts are written in TypeScript and served without their types. */
function read(name: string): string {
  const open = (file: string): string => readFileSync(new URL(`page/${file}`, import.meta.url), 'utf8')
  if (!name.endsWith('.js')) return open(name)
  const known = scripts.get(name)
  if (known !== undefined) return known
  const { ES2022: target } = ts.ScriptTarget
  const compilerOptions = { target, module: ts.ModuleKind.ES2022, rewriteRelativeImportExtensions: true }
  const { outputText } = ts.transpileModule(open(name.replace(/js$/, 'ts')), { compilerOptions })
  scripts.set(name, outputText)
  return outputText
}

/** The trading page and what it is made of: `/{locale}/trade/{BASE}_{QUOTE}`, files and data under `/local/`. */
export function page(market: Market, call: Call): Reply {
  const { path, query } = call
  if (TRADE.test(path)) return text(read('trade.html'), 'text/html; charset=utf-8')
  if (path === '/local/pairs') return jsonReply(pairList(market), 0)
  if (path === '/local/view') {
    const view = pairView(market, query.get('symbol') ?? '', Number(query.get('minutes') ?? 5))
    return view ? jsonReply(view, 0) : notFound
  }
  const article = market.events.statements.find(
    ({ code, at }) => path.endsWith(`/support/announcement/${code}`) && at <= market.now,
  )
  if (article)
    return text(
      `<!doctype html><title>${article.title}</title><h1>${article.title}</h1><p>${article.body}`,
      'text/html; charset=utf-8',
    )
  const file = path.startsWith('/local/') ? path.slice('/local/'.length) : ''
  const type = files[file]
  return type ? text(read(file), type) : notFound
}

const notFound: Reply = { status: 404, headers: {}, body: '', weight: 0 }

const text = (body: string, type: string): Reply => ({
  status: 200,
  headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
  body,
  weight: 0,
})
