import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The last column of each row of THREATS.md: test files, in short, and commands. */
const named = readFileSync('THREATS.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (what|-)/.test(line))
  .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name!))

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** Whether a command can be run, or a test file exists; a bare name stands in the folder of the one before it. */
function unknown(): string[] {
  let folder = ''
  return named.filter((name) => {
    const script = /^npm run (\S+)/.exec(name)?.[1]
    if (script !== undefined) return !(script in scripts)
    if (/^(npm test|npx|KILLS|MUTATIONS)/.test(name)) return false
    const path = name.includes('/') ? name : `${folder}/${name}`
    folder = path.slice(0, path.lastIndexOf('/'))
    const kinds = ['.test.ts', '.test.tsx', '.chromium.test.ts', '/index.test.ts']
    return !existsSync(`test/${path}`) && !kinds.some((kind) => existsSync(`test/${path}${kind}`))
  })
}

test('every test and command that THREATS.md names is there', () => {
  expect(named.length).toBeGreaterThan(40)
  expect(unknown()).toEqual([])
})
