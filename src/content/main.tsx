import { run } from './run.ts'

// The page is the trader's: an error of ours ends the banner, is not reported to the page, breaks nothing.
const life = new AbortController()
run(life).catch(() => life.abort())
