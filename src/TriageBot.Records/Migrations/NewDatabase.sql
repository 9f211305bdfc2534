CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "audit" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY AUTOINCREMENT,
    "at" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "conversation_id" TEXT NULL,
    "case_id" TEXT NULL
);

CREATE TABLE "conversations" (
    "id" TEXT NOT NULL CONSTRAINT "PK_conversations" PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "next_sequence" INTEGER NOT NULL,
    "clock_offset" INTEGER NOT NULL,
    "current_address_id" TEXT NULL,
    "enrolment" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "last_turn_at" INTEGER NOT NULL,
    "failed_at" INTEGER NULL,
    "leased_by" TEXT NULL,
    "leased_until" INTEGER NULL
);

CREATE TABLE "protocol_texts" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_protocol_texts" PRIMARY KEY,
    "protocol_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL
);

CREATE TABLE "activities" (
    "conversation_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "direction" TEXT NOT NULL,
    "door" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "activity_id" TEXT NULL,
    "idempotency_key" TEXT NULL,
    "payload" TEXT NULL,
    "at" INTEGER NOT NULL,
    "answers_sequence" INTEGER NULL,
    "delivery" TEXT NOT NULL,
    "service_url" TEXT NULL,
    "weight" TEXT NULL,
    "due_at" INTEGER NULL,
    "overdue_at" INTEGER NULL,
    "good_until" INTEGER NULL,
    "attempts" INTEGER NOT NULL,
    "doubts" INTEGER NOT NULL,
    "external_id" TEXT NULL,
    "problem" TEXT NULL,
    "response_status" INTEGER NULL,
    "response_body" TEXT NULL,
    CONSTRAINT "PK_activities" PRIMARY KEY ("conversation_id", "sequence"),
    CONSTRAINT "FK_activities_conversations_conversation_id" FOREIGN KEY ("conversation_id") REFERENCES "conversations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "addresses" (
    "id" TEXT NOT NULL CONSTRAINT "PK_addresses" PRIMARY KEY,
    "conversation_id" TEXT NOT NULL,
    "door" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "external_conversation_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "reference" TEXT NULL,
    "pushes" INTEGER NOT NULL,
    "phone" TEXT NULL,
    CONSTRAINT "FK_addresses_conversations_conversation_id" FOREIGN KEY ("conversation_id") REFERENCES "conversations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "cases" (
    "id" TEXT NOT NULL CONSTRAINT "PK_cases" PRIMARY KEY,
    "conversation_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "within_minutes" INTEGER NULL,
    "due" INTEGER NOT NULL,
    "falls_due_at" INTEGER NOT NULL,
    "promised_by" INTEGER NULL,
    "card" TEXT NULL,
    "opened_at" INTEGER NOT NULL,
    "acknowledged_by" TEXT NULL,
    "acknowledged_at" INTEGER NULL,
    "closed_by" TEXT NULL,
    "closed_at" INTEGER NULL,
    "outcome" TEXT NULL,
    "due_told_at" INTEGER NULL,
    "event_count" INTEGER NOT NULL,
    "last_hash" TEXT NOT NULL,
    CONSTRAINT "FK_cases_conversations_conversation_id" FOREIGN KEY ("conversation_id") REFERENCES "conversations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "states" (
    "conversation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "PK_states" PRIMARY KEY ("conversation_id", "name"),
    CONSTRAINT "FK_states_conversations_conversation_id" FOREIGN KEY ("conversation_id") REFERENCES "conversations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "timers" (
    "conversation_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "due" INTEGER NOT NULL,
    "fires_at" INTEGER NOT NULL,
    CONSTRAINT "PK_timers" PRIMARY KEY ("conversation_id", "name"),
    CONSTRAINT "FK_timers_conversations_conversation_id" FOREIGN KEY ("conversation_id") REFERENCES "conversations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "case_events" (
    "case_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "text" TEXT NULL,
    "salt" TEXT NULL,
    "digest" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "PK_case_events" PRIMARY KEY ("case_id", "sequence"),
    CONSTRAINT "FK_case_events_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);

CREATE TABLE "notices" (
    "id" TEXT NOT NULL CONSTRAINT "PK_notices" PRIMARY KEY,
    "case_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    CONSTRAINT "FK_notices_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_activities_conversation_id_door_idempotency_key" ON "activities" ("conversation_id", "door", "idempotency_key") WHERE idempotency_key IS NOT NULL;

CREATE INDEX "IX_activities_due_at" ON "activities" ("due_at") WHERE delivery = 'Pending';

CREATE INDEX "IX_addresses_conversation_id" ON "addresses" ("conversation_id");

CREATE UNIQUE INDEX "IX_addresses_door_channel_id_external_conversation_id_user_id" ON "addresses" ("door", "channel_id", "external_conversation_id", "user_id");

CREATE INDEX "IX_audit_case_id" ON "audit" ("case_id");

CREATE INDEX "IX_cases_conversation_id" ON "cases" ("conversation_id");

CREATE INDEX "IX_cases_falls_due_at" ON "cases" ("falls_due_at") WHERE due_told_at IS NULL AND status <> 'Closed';

CREATE INDEX "IX_cases_status_due" ON "cases" ("status", "due");

CREATE INDEX "IX_notices_case_id" ON "notices" ("case_id");

CREATE INDEX "IX_notices_due_at" ON "notices" ("due_at") WHERE state = 'Pending';

CREATE INDEX "IX_timers_fires_at" ON "timers" ("fires_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122073438_Initial', '10.0.14');

CREATE TABLE "patients" (
    "id" TEXT NOT NULL CONSTRAINT "PK_patients" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "procedure" TEXT NOT NULL,
    "discharged_on" TEXT NOT NULL,
    "birth_date" TEXT NOT NULL,
    "consented_on" TEXT NOT NULL,
    "blood_thinner" TEXT NULL,
    "carer_name" TEXT NULL,
    "carer_phone" TEXT NULL,
    "carer_may_know" INTEGER NOT NULL,
    "enrolled_at" INTEGER NOT NULL
);

CREATE TABLE "patient_links" (
    "id" TEXT NOT NULL CONSTRAINT "PK_patient_links" PRIMARY KEY,
    "patient_id" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "revoked_at" INTEGER NULL,
    "wrong_birth_dates" INTEGER NOT NULL,
    CONSTRAINT "FK_patient_links_patients_patient_id" FOREIGN KEY ("patient_id") REFERENCES "patients" ("id") ON DELETE RESTRICT
);

CREATE TABLE "patient_talks" (
    "external_conversation_id" TEXT NOT NULL CONSTRAINT "PK_patient_talks" PRIMARY KEY,
    "patient_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "started_at" INTEGER NOT NULL,
    CONSTRAINT "FK_patient_talks_patients_patient_id" FOREIGN KEY ("patient_id") REFERENCES "patients" ("id") ON DELETE RESTRICT
);

CREATE INDEX "IX_patient_links_patient_id" ON "patient_links" ("patient_id");

CREATE INDEX "IX_patient_talks_patient_id_started_at" ON "patient_talks" ("patient_id", "started_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261122101543_Patients', '10.0.14');
