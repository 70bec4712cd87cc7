import type { SentencesOf } from './SentencesOf';

export const deadline: SentencesOf<'deadline'> = {
  'deadline.at-risk':
    'Gefährdet: Bei diesem Tempo sind am {{day}} {{median}} der Entwickler aktiv (80-%-Bereich {{low}} bis {{high}}).',
  'deadline.pace':
    'Bei diesem Tempo sind am {{day}} {{median}} der Entwickler aktiv (80-%-Bereich {{low}} bis {{high}}).',
  'deadline.watch':
    'Unsicher: Bei diesem Tempo sind am {{day}} {{median}} der Entwickler aktiv (80-%-Bereich {{low}} bis {{high}}).',
  'deadline.on-track':
    'Auf Kurs: Bei diesem Tempo sind am {{day}} {{median}} der Entwickler aktiv (80-%-Bereich {{low}} bis {{high}}).',
  'deadline.probability':
    'Die Wahrscheinlichkeit, das Ziel von {{goal}} zu erreichen, ist {{probability}}.',
  'deadline.hold':
    'Das Ziel ist jetzt erreicht und muss gehalten werden; {{growth}}.',
  'deadline.needed':
    'Nötig sind {{people}} neue aktive Nutzer pro Woche; {{growth}}.',
  'deadline.no-growth': 'es gibt keinen Zuwachs',
  'deadline.growth': 'das jetzige Tempo ist {{people}}',
  'deadline.under': 'unter {{value}}',
  'deadline.over': 'über {{value}}',
  'deadline.achieved_one': 'Ziel erreicht: {{goal}} eine Woche lang gehalten.',
  'deadline.achieved_other':
    'Ziel erreicht: {{goal}} {{count, number}} Wochen in Folge gehalten.',
  'deadline.active_one':
    'Am {{day}} war {{count, number}} von {{developers}} aktiv.',
  'deadline.active_other':
    'Am {{day}} waren {{count, number}} von {{developers}} aktiv.',
  'deadline.developers_one': '{{count, number}} Entwickler',
  'deadline.developers_other': '{{count, number}} Entwicklern',
  'deadline.missed': 'Die Frist ist abgelaufen; das Ziel war {{goal}}.',
  'deadline.missed-at':
    'Die Frist ist bei {{share}} abgelaufen ({{active}} von {{developers}}); das Ziel war {{goal}}.',
  'deadline.decide': 'Jetzt ist zu entscheiden, wie es weitergeht.',
  'deadline.decided': 'Entscheidung am {{day}}: {{option}}.',
  'deadline.unmeasured_one':
    'Die Frist ist abgelaufen, aber die letzte Woche konnte nicht vollständig gemessen werden: Ob das Ziel von {{goal}} erreicht wurde, ist unbekannt.',
  'deadline.unmeasured_other':
    'Die Frist ist abgelaufen, aber die letzten {{count, number}} Wochen konnten nicht alle vollständig gemessen werden: Ob das Ziel von {{goal}} erreicht wurde, ist unbekannt.',
  'deadline.no-data':
    'Für eine Prognose gibt es nicht genug Daten über aktive Nutzer.',
  'deadline.waiting_one':
    'Für die Prognose fehlt {{count, number}} Woche mit Daten; sie beginnt am {{day}}.',
  'deadline.waiting_other':
    'Für die Prognose fehlen {{count, number}} Wochen mit Daten; sie beginnt am {{day}}.',
  'deadline.not-over': 'Die erste Woche wird bewertet, sobald sie vorüber ist.',
  'deadline.not-evaluated':
    'Die Frist ist abgelaufen; ihre Wochen sind noch nicht bewertet.',
};
