-- revision: ${up_revision}
-- down_revision:${" " + comma(down_revision) if down_revision else ""}
-- branch_labels:${" " + comma(branch_labels) if branch_labels else ""}
-- depends_on:${" " + comma(depends_on) if depends_on else ""}
-- message: ${message}
-- created: ${create_date}

${sections}
