/**
 * Shows what belongs to the chosen radio and hides the rest. GOV.UK Frontend's own script marks
 * radios with `aria-expanded`, which that role does not have; checkboxes may, and keep theirs.
 */
export function revealByRadios(root) {
  for (const group of root.querySelectorAll('[data-module="govuk-radios"]')) {
    const radios = [...group.querySelectorAll('input[type="radio"]')];
    const show = () => {
      for (const radio of radios) {
        const revealed = root.getElementById(radio.dataset.ariaControls ?? '');
        revealed?.classList.toggle('govuk-radios__conditional--hidden', !radio.checked);
      }
    };
    group.addEventListener('change', show);
    show();
    // Going back in the browser restores the choice after the page has loaded.
    window.addEventListener('pageshow', show);
  }
}
