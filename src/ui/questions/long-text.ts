/** How a question for several lines of text is shown. */
import { characterCount } from '../components/character-count.ts'
import { wordsIn } from '../words/index.ts'
import { aroundOf, labelOf, typedIn, type View } from './view.ts'

/** Without scripts the limit stands below the field; with them, how much is left. Welsh nouns do not change after a number. */
export const longTextView: View<'long-text'> = (props) => {
  const words = wordsIn(props.lang)
  return characterCount({
    ...aroundOf(props),
    name: props.name,
    label: labelOf(props),
    value: typedIn(props),
    maxlength: props.question.max,
    rows: props.question.max > 500 ? 8 : 4,
    textareaDescriptionText: words.characterLimit,
    charactersUnderLimitText: { one: words.characterLeft, other: words.charactersLeft },
    charactersAtLimitText: words.charactersNoneLeft,
    charactersOverLimitText: { one: words.characterTooMany, other: words.charactersTooMany },
  })
}
