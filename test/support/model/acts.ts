import type { PaperKindKey, StaffKey, TypeKey } from './plain-desk.js';

/** A form as it was drawn, or another act from outside: all that is sent, resolved to ids. */
interface OfCase {
  id: string;
}
interface Form extends OfCase {
  by: StaffKey;
  seen: number;
  formId: string;
}
interface WithMoney extends Form {
  money: string;
  isMoneyWrong: boolean;
}

export interface BulkAct {
  formId: string;
  by: StaffKey;
  to: StaffKey;
  chosen: { id: string; reference: string; seen: number }[];
}

/** What can be done about the money of a case, besides deciding it. */
export type MoneyAct =
  | ({ do: 'ask_exception'; pence: number; isAskedByResident: boolean } & Form)
  | ({ do: 'answer_exception'; exceptionId: string; answer: 'approve' | 'decline' } & Form)
  | ({ do: 'take_back'; exceptionId: string } & Form)
  | ({ do: 'ask_payment'; dueAt: number } & Form)
  | ({ do: 'pay_again'; requestId: string; pence: number } & OfCase)
  | ({ do: 'reject_all'; sampled: boolean; wordsKey: string } & BulkAct);

export type Act =
  | MoneyAct
  | ({
      do: 'apply';
      /** When the resident filled it in. */
      filledAt: number;
      uprn: string;
      type: TypeKey;
      registration: string;
      formId: string;
      paymentId: string | null;
      made: 'held' | 'captured' | 'failed';
    } & OfCase)
  | ({ do: 'add_paper'; paperId: string; kind: PaperKindKey; waits: boolean } & OfCase)
  | ({ do: 'virus'; paperId: string; found: 'clean' | 'infected' } & OfCase)
  | ({ do: 'claim' } & Form)
  | ({ do: 'release' } & Form)
  | ({ do: 'end_hold' } & Form)
  | ({ do: 'note' } & Form)
  | ({ do: 'take_over' } & Form)
  | ({ do: 'hold'; wakeOn: string; wakesAt: number } & Form)
  | ({ do: 'check'; position: number; verdict: 'accept' | 'ask_again' } & Form)
  | ({ do: 'correct'; registration: string } & Form)
  | ({
      do: 'ask';
      key: string;
      paperId: string | null;
      kind: PaperKindKey;
      reason: string;
      answerByOn: string;
      remindAt: number;
      dueAt: number;
    } & Form)
  | ({ do: 'answer'; requestId: string; paperId: string; kind: PaperKindKey } & OfCase)
  | ({
      do: 'approve';
      terms: string;
      areTermsWrong: boolean;
      sampled: boolean;
      /** Why, where the vehicle is elsewhere too. */
      vehicleReason: string | null;
      /** Where it was when the form was drawn (`elsewhereOf`). */
      elsewhere: string[];
    } & Form)
  | ({ do: 'reject'; sampled: boolean } & WithMoney)
  | ({ do: 'withdraw' } & WithMoney)
  | ({ do: 'look'; answer: 'agree' | 'disagree' } & Form)
  | ({ do: 'reopen'; who: 'queue' | 'me' } & WithMoney)
  | ({ do: 'open_review'; receivedOn: string } & Form)
  | ({ do: 'settle_review'; outcome: 'upheld' | 'overturned' | 'given_up' } & WithMoney)
  | ({ do: 'assign_all' } & BulkAct)
  | ({ do: 'give_all_back' } & BulkAct);

export type ActOf<Name extends Act['do']> = Extract<Act, { do: Name }>;
