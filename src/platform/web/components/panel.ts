import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  type Content,
  type ContentInput,
  link,
  type LinkParams,
  optionalContent,
} from '../component-types.js';
import { button, type ButtonInput, type ButtonParams } from './navigation.js';

export type PanelAction =
  | { button: ButtonInput }
  | { link: { text: string; href: string; classes?: string; attributes?: AttributesInput } };

export interface PanelInput {
  title: string;
  content?: ContentInput | null;
  headingLevel?: number;
  /** `interruption` stops before something grave: heading, words, one way on, one way back. */
  variant?: 'confirmation' | 'interruption';
  actions?: PanelAction[] | null;
  classes?: string;
  attributes?: AttributesInput;
}

export interface PanelParams {
  title: string;
  headingLevel: number;
  classes: string;
  attributes: Attribute[];
  content: Content | null;
  actions: { button: ButtonParams | null; link: LinkParams | null }[] | null;
}

/** The end of a journey: what was decided, its reference, what happens next. */
export function panel(from: PanelInput): PanelParams {
  const variant = from.variant ?? 'confirmation';
  return {
    title: from.title,
    headingLevel: from.headingLevel ?? 1,
    classes: classNames('govuk-panel', `govuk-panel--${variant}`, from.classes),
    attributes: attributes(from.attributes),
    content: optionalContent(from.content),
    actions: variant === 'interruption' ? (from.actions?.map(action) ?? null) : null,
  };
}

function action(from: PanelAction): { button: ButtonParams | null; link: LinkParams | null } {
  if ('button' in from) {
    const inverse = classNames('govuk-button--inverse', from.button.classes);
    return { link: null, button: button({ type: 'button', ...from.button, classes: inverse }) };
  }
  const { text, href, classes, attributes: extra } = from.link;
  const inverse = classNames('govuk-link--inverse', classes);
  return { button: null, link: link(text, href, { classes: inverse, attributes: extra }) };
}
