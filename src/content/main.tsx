import { run } from './run.ts'

// An error removes the banner; it never affects or reaches the page.
const life = new AbortController()
run(life).catch(() => life.abort())
