import '../ui/tokens.css'
import '../ui/page/page-tokens.css'
import '../ui/base.css'
import '../ui/form/controls.css'
import '../ui/card/card.css'
import './details.css'
import { run } from './run.tsx'

const root = document.querySelector('#details')
if (root) run(root, new AbortController().signal)
