using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProgressBot.Storage.Migrations
{
    /// <inheritdoc />
    public partial class RecordsByUnit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Evidence_WorkItemId_UnitId",
                table: "Evidence");

            migrationBuilder.CreateIndex(
                name: "IX_Totals_UnitId",
                table: "Totals",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_MilestoneStandings_UnitId",
                table: "MilestoneStandings",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_UnitId_WorkItemId",
                table: "Evidence",
                columns: new[] { "UnitId", "WorkItemId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Totals_UnitId",
                table: "Totals");

            migrationBuilder.DropIndex(
                name: "IX_MilestoneStandings_UnitId",
                table: "MilestoneStandings");

            migrationBuilder.DropIndex(
                name: "IX_Evidence_UnitId_WorkItemId",
                table: "Evidence");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_WorkItemId_UnitId",
                table: "Evidence",
                columns: new[] { "WorkItemId", "UnitId" });
        }
    }
}
