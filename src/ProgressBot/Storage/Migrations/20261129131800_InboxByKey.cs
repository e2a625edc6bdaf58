using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProgressBot.Storage.Migrations
{
    /// <summary>The messages taken in lie in the order of their keys, without numbers of their own: of every message one row is written, and no index beside it.</summary>
    public partial class InboxByKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Rebuild(migrationBuilder, "WITHOUT ROWID");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Rebuild(migrationBuilder, "");

        static void Rebuild(MigrationBuilder migrationBuilder, string kind) => migrationBuilder.Sql($"""
            CREATE TABLE "NewInbox" ("Channel" TEXT NOT NULL, "MessageId" TEXT NOT NULL, "At" INTEGER NOT NULL, CONSTRAINT "PK_Inbox" PRIMARY KEY ("Channel", "MessageId")) {kind};
            INSERT INTO "NewInbox" ("Channel", "MessageId", "At") SELECT "Channel", "MessageId", "At" FROM "Inbox";
            DROP TABLE "Inbox";
            ALTER TABLE "NewInbox" RENAME TO "Inbox";
            """);
    }
}
