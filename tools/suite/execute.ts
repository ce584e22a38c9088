import { spawn } from 'node:child_process'

/** The result of a command. */
export interface CommandResult {
  readonly code: number
  readonly stdout: string
  /** Both streams, in order of arrival. */
  readonly output: string
}

/** Runs a command of node_modules/.bin (npm puts it on the path) to its end without output, with more variables. */
export function execute(
  command: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...variables },
    })
    let stdout = ''
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', (error) => done({ code: 1, stdout, output: `${command}: ${error.message}` }))
    child.on('close', (code) => done({ code: code ?? 1, stdout, output }))
  })
}
