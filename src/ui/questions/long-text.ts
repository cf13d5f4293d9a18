/** How a question for several lines of text is shown. */
import { characterCount } from '../components/character-count.ts'
import { wordsIn } from '../words/index.ts'
import { aroundOf, labelOf, typedIn, type View } from './view.ts'

export const longTextView: View<'long-text'> = (props) =>
  characterCount({
    ...aroundOf(props),
    name: props.name,
    label: labelOf(props),
    value: typedIn(props),
    maxlength: props.question.max,
    rows: props.question.max > 500 ? 8 : 4,
    textareaDescriptionText: wordsIn(props.lang).characterLimit,
  })
