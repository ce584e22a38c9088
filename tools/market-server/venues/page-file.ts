import { readFileSync } from 'node:fs'
import ts from 'typescript'

const types: Readonly<Record<string, string>> = {
  'trade.html': 'text/html; charset=utf-8',
  'trade.css': 'text/css; charset=utf-8',
  'trade.js': 'text/javascript; charset=utf-8',
  'chart.js': 'text/javascript; charset=utf-8',
  'tables.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

const scripts = new Map<string, string>()

/**
 * A file of the trading page; null where there is none. Scripts are written in TypeScript and served without
 * types.
 */
export function pageFile(name: string): { readonly body: string; readonly type: string } | null {
  const type = Object.hasOwn(types, name) ? types[name] : undefined
  return type === undefined ? null : { type, body: name.endsWith('.js') ? script(name) : open(name) }
}

const open = (file: string): string => readFileSync(new URL(`page/${file}`, import.meta.url), 'utf8')

function script(name: string): string {
  const known = scripts.get(name)
  if (known !== undefined) return known
  const { ES2022: target } = ts.ScriptTarget
  const compilerOptions = { target, module: ts.ModuleKind.ES2022, rewriteRelativeImportExtensions: true }
  const { outputText } = ts.transpileModule(open(name.replace(/js$/, 'ts')), { compilerOptions })
  scripts.set(name, outputText)
  return outputText
}
