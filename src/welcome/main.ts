import '../ui/tokens.css'
import '../ui/page/page-tokens.css'
import '../ui/base.css'
import '../ui/form/controls.css'
import '../ui/form/form.css'
import '../ui/card/card.css'
import '../ui/card/spark.css'
import { run } from './run.tsx'
import './welcome.css'

const root = document.querySelector('#welcome')
if (root) await run(root)
