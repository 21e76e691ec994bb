import { View } from '@tarojs/components'
import { CHOICES_MAX, CHOICES_MIN, type QuizQuestion } from '../../../../types/training'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { Section } from '../../../components/Section'
import { TextField } from '../../../components/TextField'
import { t } from '../../../i18n'

interface Props {
  number: number
  question: QuizQuestion
  mistakeAt: (path: string) => string | undefined
  onChange: (part: Partial<QuizQuestion>) => void
  onAddChoice: () => void
  onRemoveChoice: () => void
  onRemove: () => void
}

/** One question while it is written. */
export function QuestionEditor(props: Props) {
  const { number, question, mistakeAt, onChange, onAddChoice, onRemoveChoice, onRemove } = props
  const { text, choices, answer, why } = question
  const rename = (value: string, label: string) =>
    onChange({
      choices: choices.map((choice) => (choice.value === value ? { value, label } : choice)),
    })
  return (
    <Section
      title={t('training.number', { number })}
      more={{ text: t('training.removeQuestion'), onClick: onRemove }}
    >
      <TextField
        long
        label={t('training.question')}
        placeholder={t('training.questionExample')}
        maxLength={80}
        value={text}
        error={mistakeAt('text')}
        onChange={(value) => onChange({ text: value })}
      />
      {choices.map((choice, index) => (
        <TextField
          key={choice.value}
          label={t('training.choice', { number: index + 1 })}
          maxLength={60}
          value={choice.label}
          error={mistakeAt(`choices.${index}.label`)}
          onChange={(label) => rename(choice.value, label)}
        />
      ))}
      <View>
        {choices.length < CHOICES_MAX && (
          <Button kind="quiet" small icon="add" onClick={onAddChoice}>
            {t('training.addChoice')}
          </Button>
        )}
        {choices.length > CHOICES_MIN && (
          <Button kind="quiet" small icon="minus" onClick={onRemoveChoice}>
            {t('training.removeChoice')}
          </Button>
        )}
      </View>
      <ChoiceField
        label={t('training.answer')}
        error={mistakeAt('answer')}
        options={choices.map(({ value }, index) => ({
          value,
          label: t('training.choice', { number: index + 1 }),
        }))}
        value={answer}
        onChange={(value) => onChange({ answer: value })}
      />
      <TextField
        long
        label={t('training.why')}
        placeholder={t('training.whyExample')}
        maxLength={160}
        value={why}
        error={mistakeAt('why')}
        onChange={(value) => onChange({ why: value })}
      />
    </Section>
  )
}
