import { render } from 'preact'
import { language } from '../shared/language.ts'
import { settings } from '../shared/settings-item.ts'
import { applyLook } from '../ui/apply-look.ts'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/controls.css'
import '../ui/form.css'
import { lookOf } from '../ui/look.ts'
import { firstChoices } from './choices.ts'
import { finish, finishWithout } from './finish.ts'
import { Ready } from './ready.tsx'
import './welcome.css'
import { Welcome, type Progress } from './welcome.tsx'
import { welcomeWords } from './words.ts'

const root = document.querySelector('#welcome')
const present = await settings.get()
const look = lookOf(present, language())
const words = welcomeWords(look.lang)
const first = firstChoices(present, look.lang)
applyLook(look, document.documentElement)
document.title = words.say('title.tab')

function choose(progress: Progress): void {
  if (!root) return
  render(
    <Welcome
      {...{ first, progress, words }}
      onDone={(choices) => void carryOut(() => finish(choices, present.venues))}
      onSkip={(choices) => void carryOut(() => finishWithout(choices, present.venues).then(() => true))}
    />,
    root,
  )
}

/** Runs `end` at once: a click's leave to ask the browser does not outlive a wait. */
async function carryOut(end: () => Promise<boolean>): Promise<void> {
  const ended = end()
  choose({ kind: 'saving' })
  try {
    if (!(await ended)) return choose({ kind: 'declined' })
    const { venues } = await settings.get()
    if (root) render(<Ready venues={venues.length} words={words} />, root)
  } catch (error) {
    choose({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
}

choose({ kind: 'choosing' })
