import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'
import { describe, expect, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { generated, remake, withPart } from '../../../tools/documents/generated.ts'
import { tableBelow } from '../../../tools/documents/table-below.ts'

const documents = [...readdirSync('.').filter((name) => name.endsWith('.md')), 'store/en.md']
const textOf = (file: string) => readFileSync(file, 'utf8')
const scripts: Readonly<Record<string, string>> = packageJson.scripts

/** Source of a command's own folder: where its options are declared. */
function sourceOf(script: string): string {
  const folder = /tools\/[\w-]+/.exec(script)?.[0]
  if (folder === undefined) return ''
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.m?ts$/.test(name),
  )
  return files.map((name) => textOf(join(folder, name))).join('\n')
}

/** Every command that a text shows: the npm script, and the options behind `--`. */
function commandsIn(text: string): { readonly script: string; readonly options: readonly string[] }[] {
  const shown = text.matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test))\b((?: -- [^`\n)]*)?)/g)
  return [...shown].map(([, run, short, rest = '']) => ({
    script: run ?? short ?? '',
    // What follows three blanks is said of the command.
    options: [...(rest.split('   ')[0] ?? '').matchAll(/ --([a-z][\w-]*)/g)].map(([, option]) => option!),
  }))
}

describe.each(documents)('%s', (file) => {
  const text = textOf(file)

  test('shows only commands that there are, with options that they have', () => {
    const unknown = commandsIn(text).flatMap(({ script, options }) => {
      const command = scripts[script]
      if (command === undefined) return [script]
      const source = options.length > 0 ? sourceOf(command) : ''
      const isDeclared = (option: string) => new RegExp(`['"]?\\b${option}\\b['"]?:`).test(source)
      return options.filter((option) => !isDeclared(option)).map((option) => `${script} --${option}`)
    })
    expect(unknown).toEqual([])
  })

  test('links only to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!)
    const broken = links.filter((link) => {
      if (/^https:\/\//.test(link)) return !URL.canParse(link)
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? file : join(dirname(file), path)
      if (!existsSync(target)) return true
      const anchors = [...textOf(target).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
        heading!
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      )
      return anchor !== undefined && !anchors.includes(anchor)
    })
    expect(broken).toEqual([])
  })

  test('names only files of the project that are there', () => {
    const named = [...text.matchAll(/`((?:src|tools|test|store|public|pictures)\/[\w./-]*\w)`/g)].map(
      ([, path]) => path!,
    )
    const kinds = ['', '.mjs', '.ts', '.tsx', '.test.ts', '.test.tsx', '.chromium.test.ts', '/index.test.ts']
    expect(named.filter((path) => !kinds.some((kind) => existsSync(path + kind)))).toEqual([])
  })
})

test('documents have correct English spelling, but for the words of the list', () => {
  const list = textOf('test/tools/documents/words.txt')
  const known = nspell(dictionary)
  known.personal(list)
  const isKnown = new Map<string, boolean>()
  const wrong = new Set<string>()
  for (const file of documents) {
    const prose = textOf(file)
      .replace(/```.*?```/gs, ' ')
      .replace(/`[^`]*`/g, ' ')
      .replace(/\]\([^)]*\)/g, '] ')
      .replace(/https?:\S+|[\w.-]+\.(com|io|cc|net|ws|pro|vision|md|txt|zip|org)\S*/g, ' ')
    // Names of recordings: binance-1m-2020-03-crash.
    const sentences = prose.replace(/\b[a-z]+(?:-[\w.]+)*-\d\w*(?:-[\w.]+)*/g, ' ')
    for (const [raw] of sentences.matchAll(/\p{L}[\p{L}’']*/gu)) {
      const word = raw.replaceAll('’', "'").replace(/'s$|'$/, '')
      // Names and symbols are written otherwise.
      if (!/^[A-Z]?[a-z']{2,}$/.test(word)) continue
      if (!isKnown.has(word)) isKnown.set(word, known.correct(word))
      if (!isKnown.get(word)) wrong.add(`${file}: ${word}`)
    }
  }
  expect([...wrong]).toEqual([])
  // That a wrong one would be found.
  expect(known.correct('recieve')).toBe(false)
})

test.each(generated.map((each) => [each.file, each] as const))(
  '%s is what its command makes of its sources',
  (_, each) => {
    const { before, after } = remake(each)
    expect(before).toBe(after)
  },
)

test('each dependency has a line that says why it is there, and no other has', () => {
  const rows = tableBelow(textOf('CONTRIBUTING.md'), '## Dependencies')
  const named = rows.flatMap((row) =>
    [...(row['package'] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  )
  const { dependencies, devDependencies } = packageJson
  expect(named.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort())
  for (const row of rows) expect(row['why']?.length, row['package']).toBeGreaterThan(20)
})

test('a part without its marks, or a heading without a table, is an error', () => {
  expect(withPart('a <!-- begin x -->old<!-- end x --> b', 'x', 'new')).toBe(
    'a <!-- begin x -->\n\nnew\n\n<!-- end x --> b',
  )
  expect(() => withPart('text', 'x', 'new')).toThrow('marks of the part "x"')
  expect(() => tableBelow('## A\n\ntext', '## A')).toThrow('no table below "## A"')
})
