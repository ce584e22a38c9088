import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const browserStub = fileURLToPath(new URL('test/shared/browser-stub.ts', import.meta.url))
// The real one works in an extension alone.
const alias = [{ find: /^\..*\/web-extension\.ts$/, replacement: browserStub }]
const setupFiles = ['test/shared/web-locks.ts']
// What starts a whole background leaves timers and modules behind that another file would meet.
const wholeBackground =
  'test/background/{delete-data,full-storage,killed,main,polled-requests,recordings/recordings,schedule,unanswered-calls,wiring}.test.ts'

/** A project that drives a real browser over dist/: three files at a time, for most of it is waiting. */
function driven(name: string, pattern: string) {
  return {
    test: {
      name,
      include: [pattern],
      // Each file starts a browser of its own; what drives them need not be loaded anew.
      isolate: false,
      maxWorkers: 3,
      testTimeout: 240_000,
      hookTimeout: 120_000,
    },
  }
}

/** Files that take longest: they begin first, else the last of them would run alone. */
const longest = [
  'stories/drawn-crashes',
  'stories/drill',
  'stories/perpetual-stories',
  'stories/stories',
  'background/main',
  'background/unanswered-calls',
  'background/wiring',
  'looks/pages',
  'e2e/every-perpetual.chromium',
  'looks/banner',
  'e2e/every-venue.chromium',
  'e2e/official.chromium',
  'e2e/every-perpetual.firefox',
  'e2e/venue-faults.chromium',
  'e2e/hostile-page.chromium',
  'e2e/hostile-page.firefox',
  'e2e/recorded-pumps.chromium',
  'e2e/one-venue-broken.chromium',
  'looks/brief-room',
  'looks/keyboard',
  'e2e/past-details.chromium',
  'e2e/every-venue.firefox',
]
const rank = ({ moduleId, project }: TestSpecification) => {
  const place = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`))
  // The units share their workers as long as no other project comes between them.
  return place >= 0 ? place : longest.length + Number(project.name === 'unit')
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

// A loop that never ends is still noticed; a machine with other work is not taken for one.
const undriven = { testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: { alias },
        test: {
          ...undriven,
          setupFiles,
          name: 'unit',
          // Half of the time went into loading the same modules for each file anew.
          isolate: false,
          // Else one processor is left idle, of which there may be two.
          maxWorkers: '100%',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/{e2e,looks,package,stories}/**', wholeBackground],
        },
      },
      {
        resolve: { alias },
        test: {
          ...undriven,
          setupFiles,
          name: 'stories',
          // They leave nothing behind, and loading all rooms anew for each takes seconds.
          isolate: false,
          maxWorkers: '100%',
          include: ['test/stories/**/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          ...undriven,
          setupFiles,
          name: 'background',
          maxWorkers: '100%',
          include: [wholeBackground],
        },
      },
      { test: { name: 'package', maxWorkers: '100%', include: ['test/package/**/*.test.ts'] } },
      driven('looks', 'test/looks/**/*.test.ts'),
      driven('chromium', 'test/e2e/**/*.chromium.test.ts'),
      driven('firefox', 'test/e2e/**/*.firefox.test.ts'),
    ],
  },
})
