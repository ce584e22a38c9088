import '../simulated-browser/install.ts'
import { runCommand } from '../command-line.ts'
import { bytesInUse } from '../heap/bytes-in-use.ts'
import { fuzz } from './fuzz.ts'
import { readFuzzOptions } from './options.ts'
import { targetsNamed } from './targets/all.ts'
import { workClock } from './work-clock.ts'

// `npm run fuzz [-- --seed N] [--seconds S] [--messages N] [--first N] [--target NAME] [--json]`: gives the parts
// that strangers reach generated and mutated messages, and lists what these did and must never do.

const reportMs = 2000

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

await runCommand(async () => {
  const { seed, seconds, messages, first, targets, json } = readFuzzOptions(process.argv.slice(2))
  const chosen = await targetsNamed(targets)
  const begun = performance.now()
  const sinceBegun = () => performance.now() - begun
  let reportedAt = 0
  const isOver = () => seconds !== null && sinceBegun() > seconds * 1000
  const report = await fuzz(
    chosen,
    { seed, first, messages, isOver },
    { now: workClock(cpuMs, () => performance.now()), bytesInUse },
    (given, found) => {
      if (sinceBegun() - reportedAt < reportMs) return
      reportedAt = sinceBegun()
      const perSecond = Math.round((given * 1000) / sinceBegun())
      process.stderr.write(`${given} messages, ${perSecond} a second, ${found} findings\n`)
    },
  )
  if (json) process.stdout.write(`${JSON.stringify({ seed, ...report })}\n`)
  else {
    for (const { target, message, what, input, times } of report.findings) {
      const replay = `npm run fuzz -- --target ${target} --seed ${seed} --first ${message} --messages 1`
      process.stdout.write(
        `${target}: ${what}${times > 1 ? `, ${times} times` : ''}\n  ${input}\n  ${replay}\n`,
      )
    }
    const found = `${report.findings.length} findings`
    process.stdout.write(`seed ${seed}: ${report.messages} messages, ${found}\n`)
  }
  process.exitCode = report.findings.length > 0 ? 1 : 0
})
