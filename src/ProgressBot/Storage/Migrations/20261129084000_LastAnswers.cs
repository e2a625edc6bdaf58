using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProgressBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class LastAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ReportVersions_At",
                table: "ReportVersions");

            migrationBuilder.DropIndex(
                name: "IX_Inbox_At",
                table: "Inbox");

            migrationBuilder.DropIndex(
                name: "IX_Events_At",
                table: "Events");

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnswerTo",
                table: "Sessions",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Answer",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "AnswerTo",
                table: "Sessions");

            migrationBuilder.CreateIndex(
                name: "IX_ReportVersions_At",
                table: "ReportVersions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_At",
                table: "Inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Events_At",
                table: "Events",
                column: "At");
        }
    }
}
