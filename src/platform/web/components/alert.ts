import {
  attributes,
  type Attribute,
  type AttributesInput,
  classNames,
  type Content,
  content,
  type ContentInput,
} from '../component-types.js';

export type AlertVariant = 'information' | 'success' | 'warning' | 'error';

export interface AlertInput {
  variant: AlertVariant;
  /** Names the region; shown when `showHeading` is set. */
  title: string;
  content: ContentInput;
  showHeading?: boolean;
  headingLevel?: number;
  role?: string;
  classes?: string;
  attributes?: AttributesInput;
}

export interface AlertParams {
  role: string;
  classes: string;
  label: string;
  attributes: Attribute[];
  iconPath: string;
  heading: string | null;
  headingLevel: number;
  content: Content;
}

/** Something that is so now, on the page where it matters. It never goes away by itself. */
export function alert(from: AlertInput): AlertParams {
  return {
    role: from.role ?? 'region',
    classes: classNames(
      'moj-alert',
      `moj-alert--${from.variant}`,
      from.showHeading && 'moj-alert--with-heading',
      from.classes,
    ),
    label: `${from.variant}: ${from.title}`,
    attributes: attributes(from.attributes),
    iconPath: icons[from.variant],
    heading: from.showHeading ? from.title : null,
    headingLevel: from.headingLevel ?? 2,
    content: content(from.content),
  };
}

const icons: Record<AlertVariant, string> = {
  information:
    'M15 2.5a12.5 12.5 0 1 0 0 25 12.5 12.5 0 0 0 0-25zm1.4 19.9h-2.7V13h2.7zM15 7.6a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z',
  success: 'M11.3 24.7 2 15.4l2.6-2.6 6.7 6.6L25.4 5.3 28 8z',
  warning:
    'M15 2.4 28.8 26.2H1.2zm-1.5 7.1.2 8.3h2.5l.2-8.3zM15 20a1.9 1.9 0 1 0 0 3.7 1.9 1.9 0 0 0 0-3.7z',
  error:
    'M20.2 2.5H9.8L2.5 9.8v10.4l7.3 7.3h10.4l7.3-7.3V9.8zm-9.3 6.4 4.1 4.1 4.1-4.1 2 2-4.1 4.1 4.1 4.1-2 2-4.1-4.1-4.1 4.1-2-2 4.1-4.1-4.1-4.1z',
};
