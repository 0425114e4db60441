import { formatDate, isLocalDate } from '../shared/london-date.js';
import { isSettingName, settingTerms } from './policy-settings.rules.js';

/** What a change was of, for people: `Letter: application rejected`. */
export function changeSubjectInWords(subject: string): string {
  const [area = '', name = '', more = ''] = subject.split(':');
  const plain = name.replaceAll('_', ' ');
  switch (area) {
    case 'letter':
      return `Letter: ${plain.replace('application ', '')}`;
    case 'reason':
      return `Reason: ${plain}`;
    case 'setting':
      return isSettingName(name) ? settingTerms(name).label : plain;
    case 'target':
      return `Time to decide: ${plain}`;
    case 'need':
      return `Evidence: ${plain}, ${more.replaceAll('_', ' ')}`;
    case 'holiday':
      return `Bank holiday: ${isLocalDate(name) ? formatDate(name) : name}`;
    default:
      return subject;
  }
}
