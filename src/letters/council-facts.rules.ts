/** Who writes, and how a resident reaches whom. Every letter is given these. */
export interface CouncilFacts {
  name: string;
  /** The council's parking team: reasons in depth are for the council itself (R-REV-1). */
  phone: string;
  /** Help with the account and the website. */
  supportEmail: string;
  supportPhone: string;
  /** Where one applies, and applies again. */
  applyUrl: string;
  /** The resident's own address of the page that says where his application and his money stand. */
  statusLinkOf: (application: LinkedApplication, days: number) => string;
}

interface LinkedApplication {
  id: string;
  receivedAt: Date;
}

/** The settings these come from, by their names in the environment. */
export interface CouncilSettings {
  COUNCIL_NAME: string;
  COUNCIL_PHONE: string;
  SUPPORT_EMAIL: string;
  SUPPORT_PHONE: string;
  APPLY_URL: string;
  statusLinkOf(application: LinkedApplication, days: number): string;
}

export function councilFacts(settings: CouncilSettings): CouncilFacts {
  return {
    name: settings.COUNCIL_NAME,
    phone: settings.COUNCIL_PHONE,
    supportEmail: settings.SUPPORT_EMAIL,
    supportPhone: settings.SUPPORT_PHONE,
    applyUrl: settings.APPLY_URL,
    statusLinkOf: (application, days) => settings.statusLinkOf(application, days),
  };
}
