import '../ui/tokens.css'
import '../ui/page/page-tokens.css'
import '../ui/base.css'
import '../ui/page/page-head.css'
import '../ui/form/controls.css'
import '../ui/form/form.css'
import './health.css'
import { run } from './run.tsx'

const root = document.querySelector('#health')
if (root) run(root, new AbortController().signal)
