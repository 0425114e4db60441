/** Room for a page or two; who has more to say writes a second note. */
export const MOST_NOTE_CHARACTERS = 5000;
