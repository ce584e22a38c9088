import type { Scenario } from '../../tools/market-server/scenario.ts'
import { openStory, type ScenarioOptions } from '../../tools/market-server/scenarios.ts'
import type { Story } from '../../tools/market-server/stories/story.ts'

/** Opens a story on the busier pairs and those of its page: a browser's part does not depend on how many there are. */
export const openBusyStory = (story: Story, options?: ScenarioOptions): Scenario =>
  openStory({ ...story, minOrdersPerMinute: 2, kept: [story.page.base] }, options)
