import { resolve } from 'node:path'
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node'
import config from '../../vitest.config.ts'
import { relatedTests } from './related-tests.ts'

/** A request to this process: the text the mutated file has, null for the one on disk. */
export interface TestRequest {
  readonly text: string | null
}

/** The reply: whether all tests passed. */
export interface TestReply {
  readonly passed: boolean
}

// A process of its own, which the parent can end where a mutant loops for ever. Vitest stays loaded between runs
// and reads the mutant through a plugin, so that nothing is ever written to disk. Threads, because they end with
// the process.
const file = process.argv[2]!
const path = resolve(file)
let text: string | null = null
let order: readonly string[] = []

/** Keeps our order: by itself Vitest runs the slowest tests first, and one failure is enough. */
class OurOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => order.indexOf(moduleId)
    return Promise.resolve(files.toSorted((a, b) => place(a) - place(b)))
  }
}

const unit = config.test!.projects!.find(
  (project) => typeof project === 'object' && 'test' in project && project.test?.name === 'unit',
) as { resolve: object; test: object }

const vitest = await createVitest(
  'test',
  {
    ...unit.test,
    config: false,
    watch: false,
    pool: 'threads',
    maxWorkers: 1,
    bail: 1,
    reporters: [{}],
    sequence: { sequencer: OurOrder },
    related: [path],
    passWithNoTests: true,
  },
  {
    resolve: unit.resolve,
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        transform: (_, id) => (id.split('?')[0] === path ? text : null),
      },
    ],
  },
)
const related = await vitest.getRelevantTestSpecifications()
order = relatedTests(
  file,
  related.map(({ moduleId }) => moduleId),
)
const tests = related.filter(({ moduleId }) => order.includes(moduleId))

process.on('disconnect', () => process.exit())
process.on('message', (request: TestRequest) => {
  text = request.text
  void run().then((passed) => process.send!({ passed } satisfies TestReply))
})

async function run(): Promise<boolean> {
  if (tests.length === 0) return true
  vitest.invalidateFile(path)
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(tests)
  return unhandledErrors.length === 0 && testModules.every((each) => each.ok())
}
