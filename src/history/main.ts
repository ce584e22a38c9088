import '../ui/tokens.css'
import '../ui/page/page-tokens.css'
import '../ui/base.css'
import '../ui/page/page-head.css'
import '../ui/form/controls.css'
import '../ui/form/form.css'
import { run } from './run.tsx'
import './history.css'

const root = document.querySelector('#history')
if (root) run(root, new AbortController().signal)
