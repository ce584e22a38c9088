import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../command-line.ts'
import type { TestReply, TestRequest } from './test-process.ts'

/** Runs the tests of one source file against texts of it. */
export interface Tester {
  /** Whether the tests notice that the file has this text. A run that takes far too long counts as noticed. */
  notices(text: string): Promise<boolean>
  close(): void
}

/** Limit of the first run, which loads everything, ms. */
const firstRunMs = 300_000
/** A mutant may take this many times as long as the file as it is, and this much longer, ms. */
const slower = 5
const extraMs = 10_000

/**
 * Starts a process that tests one file.
 * @throws UsageError where its tests fail without a mutant
 */
export async function openTester(file: string): Promise<Tester> {
  let child = start(file)
  const request = async (text: string | null, limitMs: number): Promise<boolean | null> => {
    const passed = await ask(child, { text }, limitMs)
    if (passed !== null) return passed
    child.kill('SIGKILL')
    child = start(file)
    return null
  }
  if (!(await request(null, firstRunMs))) throw new UsageError(`The tests of ${file} fail as it is`)
  const begin = performance.now()
  await request(null, firstRunMs)
  const limitMs = slower * (performance.now() - begin) + extraMs
  return {
    notices: async (text) => (await request(text, limitMs)) !== true,
    close: () => child.disconnect(),
  }
}

function start(file: string): ChildProcess {
  const script = fileURLToPath(new URL('test-process.ts', import.meta.url))
  return fork(script, [file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

/** Whether the tests passed; null where no reply came in time. */
function ask(child: ChildProcess, request: TestRequest, limitMs: number): Promise<boolean | null> {
  return new Promise((done) => {
    const end = (passed: boolean | null): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      done(passed)
    }
    const timer = setTimeout(() => end(null), limitMs)
    child.once('message', ({ passed }: TestReply) => end(passed))
    child.once('exit', () => end(null))
    child.send(request)
  })
}
